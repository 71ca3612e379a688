using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A file of evidence.</summary>
/// <param name="Value">The text, <c>evd_…</c>.</param>
internal readonly record struct EvidenceId(string Value) : IId<EvidenceId>
{
    public static string Prefix => "evd";

    public static EvidenceId From(string value) => new(value);

    public override string ToString() => Value;
}
