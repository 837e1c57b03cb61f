#!/bin/sh
# Installs QuartierDesk for the person who calls this script; needs no administrator.
# With "--entfernen" it takes the program away again; workshops and settings stay.
set -eu
home="${XDG_DATA_HOME:-$HOME/.local/share}"
here="$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)"
place="$home/quartierdesk-programm"
bin="$HOME/.local/bin"
entry="$home/applications/de.quartierdesk.QuartierDesk.desktop"
mime="$home/mime/packages/quartierdesk.xml"
icon="$home/icons/hicolor/256x256/apps/quartierdesk.png"

refresh() {
    command -v update-mime-database >/dev/null && update-mime-database "$home/mime" || :
    command -v update-desktop-database >/dev/null && update-desktop-database "$home/applications" || :
}

if [ "${1:-}" = "--entfernen" ]; then
    rm -rf "$place"
    rm -f "$bin/quartierdesk" "$entry" "$mime" "$icon"
    refresh
    echo "QuartierDesk ist entfernt. Ihre Werkstätten und Einstellungen sind noch da."
    exit 0
fi

# The new program is complete before the old one goes.
rm -rf "$place.neu"
mkdir -p "$home" "$bin" "$(dirname "$entry")" "$(dirname "$mime")" "$(dirname "$icon")"
cp -R "$here/quartierdesk" "$place.neu"
rm -rf "$place"
mv "$place.neu" "$place"
ln -sf "$place/quartierdesk" "$bin/quartierdesk"
sed "s|^Exec=.*|Exec=\"$place/quartierdesk\" %f|" "$here/quartierdesk.desktop" > "$entry"
cp "$here/quartierdesk-mime.xml" "$mime"
cp "$here/quartierdesk.png" "$icon"
refresh
echo "QuartierDesk ist installiert: Sie finden es im Menü, oder mit dem Befehl $bin/quartierdesk."
echo "Eine Kurzkarte zum Ausdrucken liegt in $place/_internal/resources/help/Kurzkarte.pdf"
