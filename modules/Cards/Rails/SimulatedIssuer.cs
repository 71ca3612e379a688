using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Rails;

// Draws numbers. What it has issued is what the vault holds, and what is wrong with it is what was injected, so its state is the
// database's.
internal sealed class SimulatedIssuer(Vault vault, IdSource random, UnitOfWork unit, TimeProvider clock) : ICardIssuer
{
    public const string AdapterName = "Simulated";

    // Nine free digits: with a million cards on a BIN, one draw in a thousand is taken.
    private const int DrawLimit = 20;

    private const int RetryAfterDraws = 1;

    public string Name => AdapterName;

    public bool IsSimulated => true;

    public async ValueTask<Error?> Reach(AccountId account, Mode mode, CancellationToken cancellationToken)
    {
        var faults = await unit.RunningFaults(account, mode);
        // Whoever waits must not wait with a reader in his hand.
        await unit.DisposeAsync();
        if (faults.Find(fault => fault.Kind == FaultKind.Outage) is { } outage)
        {
            return new Error(Errors.UpstreamIssuerDown) { RetryAfterSeconds = outage.RetryAfterSeconds(unit.Now) };
        }

        if (faults.Find(fault => fault.Kind == FaultKind.Latency) is { LatencyMs: { } latency })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(latency), clock, cancellationToken);
        }

        return null;
    }

    public async ValueTask<Result<Secret<string>>> Issue(string bin)
    {
        for (var draw = 0; draw < DrawLimit; draw++)
        {
            var pan = Pan.Draw(bin, random);
            if (!await vault.Holds(pan))
            {
                return pan;
            }
        }

        return new Error(Errors.UpstreamIssuerDown) { RetryAfterSeconds = RetryAfterDraws };
    }
}
