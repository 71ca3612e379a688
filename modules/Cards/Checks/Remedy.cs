namespace Cryptocardium.Cards.Checks;

/// <summary>A change that would have approved a purchase.</summary>
/// <param name="Operation">The operation to call: the purchase with another field, or one that changes the card.</param>
/// <param name="Field">The request's field; null when the operation needs none.</param>
/// <param name="Value">The field's new value; null to omit the field.</param>
/// <param name="Message">The remedy as a sentence.</param>
internal sealed record Remedy(string Operation, string? Field, string? Value, string Message)
{
    private const string Purchase = "simulate_authorization";

    /// <summary>The same purchase with an unused reference.</summary>
    public static readonly Remedy OwnReference = LeaveOut("network_reference", "Give another purchase a reference of its own, or none.");

    /// <summary>The same purchase with another value.</summary>
    public static Remedy Send(string field, string value, string message) => new(Purchase, field, value, message);

    /// <summary>The same purchase without the field.</summary>
    public static Remedy LeaveOut(string field, string message) => new(Purchase, field, null, message);
}
