using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// One check of a purchase. A decision reads the failure only; an explanation reads the other members as well.
internal abstract class Check(string name)
{
    /// <summary>The check's name in the API.</summary>
    public string Name => name;

    /// <summary>The decline that follows from this check; null when the purchase passes.</summary>
    public abstract Decline? Failure(Authorization asked);

    /// <summary>The checked value as text; null when there is none.</summary>
    public abstract string? Input(Authorization asked);

    /// <summary>The required value as text; null when there is none.</summary>
    public virtual string? Threshold(Authorization asked) => null;

    /// <summary>The smallest change with which a failed check passes; null when no change does.</summary>
    public virtual Remedy? Remedy(Authorization asked) => null;
}
