namespace Cryptocardium.Schema;

/// <summary>A violation without its path; a struct, so that a check allocates nothing.</summary>
internal readonly record struct Finding(
    ViolationKind Kind,
    string Keyword,
    decimal? Limit = null,
    string? Expected = null,
    bool Business = false)
{
    public Violation At(string path) =>
        new(Kind, path, Keyword) { Limit = Limit, Expected = Expected, Business = Business };
}
