using System.Reflection;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Tests.Simulation.Planted;

/// <summary>The product's ledger with a bug in one posting. All other calls pass through.</summary>
public class PlantedLedger : DispatchProxy
{
    private ILedger? sound;
    private PlantedBug? bug;

    internal static ILedger Around(ILedger sound, PlantedBug bug)
    {
        var planted = Create<ILedger, PlantedLedger>();
        var proxy = (PlantedLedger)planted;
        proxy.sound = sound;
        proxy.bug = bug;
        return planted;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is not [Journal journal] || targetMethod!.Name != nameof(ILedger.Post))
        {
            return targetMethod!.Invoke(sound, args);
        }

#pragma warning disable CA2012 // handed to the caller, who awaits it
        return Post(journal);
#pragma warning restore CA2012
    }

    // A journal refused for a short balance posts nothing, so the bug is planted later.
    private async ValueTask<Posting> Post(Journal journal)
    {
        var posting = await sound!.Post(bug!.Spoil(journal));
        if (posting.FellShort(out _))
        {
            bug.Withdraw(journal);
        }

        return posting;
    }
}
