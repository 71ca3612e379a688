using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// One question that is asked of a purchase. Deciding asks for the failure alone; explaining asks for the rest as well.
internal abstract class Check(string name)
{
    /// <summary>Its name on the wire.</summary>
    public string Name => name;

    /// <summary>Why the purchase is declined; null when this does not speak against it.</summary>
    public abstract Decline? Failure(Authorization asked);

    /// <summary>What was looked at, as text; null when there was nothing.</summary>
    public abstract string? Input(Authorization asked);

    /// <summary>What the input had to be, as text; null when there is no such thing.</summary>
    public virtual string? Threshold(Authorization asked) => null;

    /// <summary>The smallest change after which this check passes; null when nothing would help. Asked only when it failed.</summary>
    public virtual Remedy? Remedy(Authorization asked) => null;
}
