namespace Cryptocardium.Build;

/// <param name="Filter">Which tests, in the words of dotnet test; null for all.</param>
/// <param name="Build">Whether to build first.</param>
/// <param name="Strict">Whether a skipped test is a failure.</param>
internal sealed record TestRequest(string? Filter, bool Build, bool Strict);
