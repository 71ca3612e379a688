using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>One step of a purchase.</summary>
/// <param name="Value">The text, <c>tx_…</c>.</param>
internal readonly record struct TransactionId(string Value) : IId<TransactionId>
{
    public static string Prefix => "tx";

    public static TransactionId From(string value) => new(value);

    public override string ToString() => Value;
}
