/* python3.dll of the trial: everything in it leads to python311.dll (see the .def file). */
__attribute__((used)) static const char mark[] = "QuartierDesk stand-in: python3.dll";
