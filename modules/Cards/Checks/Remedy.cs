using System.Text.Json;

namespace Cryptocardium.Cards.Checks;

/// <summary>A change that would have approved a purchase.</summary>
/// <param name="Operation">The operation to call: the purchase with another field, or one that changes the card.</param>
/// <param name="Field">The request's member, with dots for nested ones; null when the operation needs no body.</param>
/// <param name="Value">The member's new value as JSON; null to leave the member out.</param>
/// <param name="Message">The remedy as a sentence.</param>
internal sealed record Remedy(string Operation, string? Field, string? Value, string Message)
{
    private const string Purchase = "simulate_authorization";

    /// <summary>The same purchase with an unused reference.</summary>
    public static readonly Remedy OwnReference = LeaveOut("network_reference", "Give another purchase a reference of its own, or none.");

    /// <summary>The same purchase with another value.</summary>
    public static Remedy Send(string field, string value, string message) =>
        new(Purchase, field, $"\"{JsonEncodedText.Encode(value)}\"", message);

    /// <summary>The same purchase without the field.</summary>
    public static Remedy LeaveOut(string field, string message) => new(Purchase, field, null, message);
}
