; The set-up for one person: no administrator needed, German and English.
Unicode true
ManifestDPIAware true
!include "MUI2.nsh"
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
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_FINISHPAGE_TITLE "$(DONE)"
!define MUI_FINISHPAGE_TEXT "$(WHERE)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\QuartierDesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(START)"
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\_internal\resources\help\Kurzkarte.pdf"
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(CARD)"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEPT)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"
LangString DONE ${LANG_GERMAN} "QuartierDesk ist eingerichtet"
LangString DONE ${LANG_ENGLISH} "QuartierDesk is installed"
LangString WHERE ${LANG_GERMAN} "Sie finden das Programm im Startmenü unter „QuartierDesk“. Werkstätten öffnen Sie auch mit einem Doppelklick auf ihre Datei."
LangString WHERE ${LANG_ENGLISH} "You find the program in the start menu as “QuartierDesk”. Workshops also open by a double click on their file."
LangString START ${LANG_GERMAN} "QuartierDesk starten"
LangString START ${LANG_ENGLISH} "Start QuartierDesk"
LangString CARD ${LANG_GERMAN} "Kurzkarte zum Ausdrucken öffnen (eine Seite)"
LangString CARD ${LANG_ENGLISH} "Open the quick card for printing (one page, in German)"
LangString KEPT ${LANG_GERMAN} "QuartierDesk wird aus diesem Ordner entfernt. Ihre Werkstätten, Sicherungen und Einstellungen bleiben erhalten."
LangString KEPT ${LANG_ENGLISH} "QuartierDesk is removed from this folder. Your workshops, backups and settings are kept."
LangString RUNNING ${LANG_GERMAN} "QuartierDesk ist noch geöffnet. Bitte schließen Sie das Programm und wählen Sie dann „Wiederholen“."
LangString RUNNING ${LANG_ENGLISH} "QuartierDesk is still open. Please close it, then choose “Retry”."
LangString ABORTED ${LANG_GERMAN} "QuartierDesk war noch geöffnet; geändert wurde nichts."
LangString ABORTED ${LANG_ENGLISH} "QuartierDesk was still open; nothing was changed."
LangString WORKSPACE ${LANG_GERMAN} "Werkstätten von QuartierDesk"
LangString WORKSPACE ${LANG_ENGLISH} "QuartierDesk workshops"
LangString PACKAGE ${LANG_GERMAN} "Tischpaket von QuartierDesk"
LangString PACKAGE ${LANG_ENGLISH} "QuartierDesk package of a table"

; A file that is in use cannot be opened for appending: then the program is running.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\QuartierDesk.exe"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\QuartierDesk.exe" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      ${IfNot} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY`
        SetErrorLevel 1
        Abort "$(ABORTED)"
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

!macro Associate EXTENSION CLASS TITLE
  WriteRegStr HKCU "Software\Classes\${EXTENSION}" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "${TITLE}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\QuartierDesk.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\QuartierDesk.exe" "%1"'
!macroend

Section "Program" PROGRAM_FILES
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
  SectionGetSize ${PROGRAM_FILES} $0
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
