namespace Cryptocardium.Schema;

/// <summary>A violation that does not know its place yet; a struct, so that looking for one allocates nothing.</summary>
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
