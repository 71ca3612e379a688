using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>The shipment of a physical card.</summary>
/// <param name="Value">The text, <c>ship_…</c>.</param>
internal readonly record struct ShipmentId(string Value) : IId<ShipmentId>
{
    public static string Prefix => "ship";

    public static ShipmentId From(string value) => new(value);

    public override string ToString() => Value;
}
