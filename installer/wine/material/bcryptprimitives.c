/* bcryptprimitives.dll is part of Windows; wine 8 has none. Programs written in Rust take their
   random numbers from it; these come from the system all the same. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) const char mark[] = "QuartierDesk stand-in: bcryptprimitives.dll";

__declspec(dllexport) BOOL ProcessPrng(PBYTE data, SIZE_T length)
{
    while (length) {
        ULONG part = length > 0x10000 ? 0x10000 : (ULONG)length;
        if (!RtlGenRandom(data, part))
            return FALSE;
        data += part;
        length -= part;
    }
    return TRUE;
}
