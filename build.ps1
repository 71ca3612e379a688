# Runs a target of the build program in .ci/Build; lists the targets without arguments.
dotnet run --project (Join-Path $PSScriptRoot '.ci/Build') -- @args
exit $LASTEXITCODE
