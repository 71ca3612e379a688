namespace Cryptocardium.Schema;

/// <summary>The check of a request body's bytes: text and schema in one pass, without allocation when nothing is wrong.</summary>
public static class RequestBody
{
    /// <summary>The documented depth of nesting that a body may have.</summary>
    public const int DepthMax = Place.DepthMax;

    /// <summary>Everything that is wrong with the body, in its order; a fatal flaw of the text is reported alone.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="schema">The schema of its media type.</param>
    /// <param name="maxDepth">Objects and arrays within each other, 1 to <see cref="DepthMax"/>.</param>
    public static IReadOnlyList<Violation> Check(ReadOnlySpan<byte> utf8, SchemaNode schema, int maxDepth = DepthMax)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(maxDepth, 1, DepthMax), maxDepth);
        return Walk.Check(utf8, schema, maxDepth);
    }
}
