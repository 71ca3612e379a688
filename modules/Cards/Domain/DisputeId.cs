using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A dispute.</summary>
/// <param name="Value">The text, <c>dsp_…</c>.</param>
internal readonly record struct DisputeId(string Value) : IId<DisputeId>
{
    public static string Prefix => "dsp";

    public static DisputeId From(string value) => new(value);

    public override string ToString() => Value;
}
