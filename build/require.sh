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
