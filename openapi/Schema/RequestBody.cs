namespace Cryptocardium.Schema;

/// <summary>Checks the bytes of a request body: text and schema in one pass, without allocation for a valid body.</summary>
public static class RequestBody
{
    /// <summary>The maximum depth of nesting; a deeper body is <c>malformed_json</c> in the contract.</summary>
    public const int DepthMax = Place.DepthMax;

    /// <summary>The violations of the body in document order; a fatal flaw of the text is reported alone.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="schema">The schema of its media type.</param>
    /// <param name="maxDepth">The maximum nesting of objects and arrays, 1 to <see cref="DepthMax"/>.</param>
    public static IReadOnlyList<Violation> Check(ReadOnlySpan<byte> utf8, SchemaNode schema, int maxDepth = DepthMax)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(maxDepth, 1, DepthMax), maxDepth);
        return Walk.Check(utf8, schema, maxDepth);
    }
}
