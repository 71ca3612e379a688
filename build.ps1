# A thin front of the build program, which .ci/run starts too. Without arguments it lists its targets.
dotnet run --project (Join-Path $PSScriptRoot '.ci/Build') -- @args
exit $LASTEXITCODE
