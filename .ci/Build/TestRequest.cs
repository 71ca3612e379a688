namespace Cryptocardium.Build;

/// <param name="Filter">A filter expression of dotnet test; null for all tests.</param>
/// <param name="Build">Whether the solution is built first.</param>
/// <param name="Strict">Whether a skipped test is a failure.</param>
internal sealed record TestRequest(string? Filter, bool Build, bool Strict);
