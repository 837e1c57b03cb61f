; The set-up for one person: no administrator needed, German and English.
Unicode true
ManifestDPIAware true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!define PROGRAM "QuartierDesk"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\QuartierDesk"
Name "${PROGRAM}"
OutFile "${TARGET}"
BrandingText "${PROGRAM} ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\QuartierDesk"
InstallDirRegKey HKCU "Software\QuartierDesk" "InstallDir"
SetCompressor /SOLID lzma
; Both programs hold the same modules: large enough to see the second time what the first held.
SetCompressorDictSize 64
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${PROGRAM}"
VIAddVersionKey "FileDescription" "${PROGRAM} Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "EUPL-1.2"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\QuartierDesk.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"
LangString RUNNING ${LANG_GERMAN} "QuartierDesk ist noch geöffnet. Bitte schließen Sie das Programm und versuchen Sie es noch einmal."
LangString RUNNING ${LANG_ENGLISH} "QuartierDesk is still open. Please close it and try again."
LangString WORKSPACE ${LANG_GERMAN} "Werkstätten von QuartierDesk"
LangString WORKSPACE ${LANG_ENGLISH} "QuartierDesk workshops"
LangString PACKAGE ${LANG_GERMAN} "Tischpaket von QuartierDesk"
LangString PACKAGE ${LANG_ENGLISH} "QuartierDesk package of a table"

; A file that is in use cannot be opened for appending: then the program is running.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\QuartierDesk.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\QuartierDesk.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      SetErrorLevel 1
      Abort "$(RUNNING)"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro Associate EXTENSION CLASS TITLE
  WriteRegStr HKCU "Software\Classes\${EXTENSION}" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "${TITLE}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\QuartierDesk.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\QuartierDesk.exe" "%1"'
!macroend

Section "Program"
  !insertmacro RefuseWhileRunning
  ; Only what a set-up has put there goes: workspaces somebody saved in this folder stay.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\Lizenzen"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*.*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\QuartierDesk.lnk" "$INSTDIR\QuartierDesk.exe"
  WriteRegStr HKCU "Software\QuartierDesk" "InstallDir" "$INSTDIR"
  !insertmacro Associate ".quartier" "QuartierDesk.Workspace" "$(WORKSPACE)"
  !insertmacro Associate ".qdpaket" "QuartierDesk.Package" "$(PACKAGE)"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\QuartierDesk.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "QuartierDesk-Projekt"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro RefuseWhileRunning
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\Lizenzen"
  Delete "$INSTDIR\QuartierDesk.exe"
  Delete "$INSTDIR\quartierdesk-cli.exe"
  Delete "$INSTDIR\Uninstall.exe"
  ; Goes only if nothing else is in it: what people have saved stays.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\QuartierDesk.lnk"
  DeleteRegKey HKCU "Software\Classes\.quartier"
  DeleteRegKey HKCU "Software\Classes\.qdpaket"
  DeleteRegKey HKCU "Software\Classes\QuartierDesk.Workspace"
  DeleteRegKey HKCU "Software\Classes\QuartierDesk.Package"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\QuartierDesk"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
