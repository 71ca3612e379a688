using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A fault of the simulated issuer.</summary>
/// <param name="Value">The text, <c>flt_…</c>.</param>
internal readonly record struct FaultId(string Value) : IId<FaultId>
{
    public static string Prefix => "flt";

    public static FaultId From(string value) => new(value);

    public override string ToString() => Value;
}
