# Checks what the scripts need, and installs it where that is possible; otherwise names it.

require_dotnet() {
  if command -v dotnet >/dev/null 2>&1 && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
    return 0
  fi
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 && apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; then
    echo "Installing the .NET 10 SDK (Debian package dotnet-sdk-10.0) ..." >&2
    apt-get install -y dotnet-sdk-10.0 >&2
    return 0
  fi
  echo "Holdfast needs the .NET 10 SDK, which was not found. Install it (https://dotnet.microsoft.com/download/dotnet/10.0, or your package manager's dotnet-sdk-10.0) and run this again." >&2
  exit 1
}

# Tests replay exported histories in Temporal's own replayer, which runs on Node.js.
require_node() {
  if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ]; then
    return 0
  fi
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Node.js (Debian packages nodejs and npm) ..." >&2
    apt-get update -q >&2 && apt-get install -y -q nodejs npm >&2
    return 0
  fi
  echo "The tests need Node.js 18 or newer with npm, which was not found. Install it (Debian packages nodejs and npm) and run this again." >&2
  exit 1
}
