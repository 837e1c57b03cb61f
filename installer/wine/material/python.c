/* python.exe of the trial: hands its arguments to the interpreter in python311.dll. */
#include <windows.h>

__attribute__((used)) static const char mark[] = "QuartierDesk stand-in: python.exe";

int wmain(int argc, wchar_t **argv)
{
    HMODULE interpreter = LoadLibraryW(L"python311.dll");
    if (!interpreter)
        return 250;
    int (*start)(int, wchar_t **) = (void *)GetProcAddress(interpreter, "Py_Main");
    return start ? start(argc, argv) : 251;
}
