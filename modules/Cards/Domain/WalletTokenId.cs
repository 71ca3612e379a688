using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A card in a mobile wallet on one device.</summary>
/// <param name="Value">The text, <c>wtk_…</c>.</param>
internal readonly record struct WalletTokenId(string Value) : IId<WalletTokenId>
{
    public static string Prefix => "wtk";

    public static WalletTokenId From(string value) => new(value);

    public override string ToString() => Value;
}
