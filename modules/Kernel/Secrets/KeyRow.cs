namespace Cryptocardium.Kernel.Secrets;

// A key that sealed values of this database need.
internal sealed class KeyRow
{
    /// <summary>The name of the key's file, without <c>.key</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Derived from the key, to recognize it.</summary>
    public required byte[] CheckValue { get; init; }

    /// <summary>The time of the last write probe, in the row of the master key only.</summary>
    public DateTimeOffset? ProbedAt { get; init; }
}
