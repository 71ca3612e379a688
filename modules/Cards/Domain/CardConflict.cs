using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// Refusals of operations that the state of a card does not allow. The message names the state and what is allowed.
internal static class CardConflict
{
    /// <summary>The refusal of an operation on a cancelled card.</summary>
    /// <param name="allowed">The cards that the operation works on, and what it does: <c>an active card can be frozen</c>.</param>
    public static Error Cancelled(string allowed) => new(Errors.ConflictState)
    {
        Message = $"The card is cancelled; only {allowed}.",
        Hint = "A cancelled card stays cancelled. issue_card issues a new one.",
    };
}
