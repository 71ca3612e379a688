using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Simulator;

// Plays the processor. Its state is in the database, and its answers are commits of their own, as a real one would keep its own books.
internal sealed class SimulatedIssuer(UnitOfWork unit, TimeProvider clock, SimulatedIssuerNetwork network) : ICardIssuer
{
    public const string AdapterName = "Simulated";

    public string Name => AdapterName;

    public bool IsSimulated => true;

    public async ValueTask<Error?> Reach(AccountId account, Mode mode, CancellationToken cancellationToken)
    {
        var faults = await Faults(account, mode);
        if (Outage(faults) is { } down)
        {
            return down;
        }

        if (faults.Find(fault => fault.Kind == FaultKind.Latency) is { LatencyMs: { } latency })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(latency), clock, cancellationToken);
        }

        return null;
    }

    public ValueTask<Result<Secret<string>>> Issue(string reference, string bin, CancellationToken cancellationToken) =>
        network.Send(new AcceptSimulatedIssue(reference, bin), cancellationToken);

    // Latency is left out: no caller waits for a job.
    public async ValueTask<Error?> Apply(IssuerOrder order, CancellationToken cancellationToken) =>
        Outage(await Faults(order.Account, order.Mode)) is { } down
            ? down
            : (await network.Send(new AcceptSimulatedOrder(order), cancellationToken)).Error;

    private Error? Outage(List<Fault> faults) => faults.Find(fault => fault.Kind == FaultKind.Outage) is { } outage
        ? new Error(Errors.UpstreamIssuerDown) { RetryAfterSeconds = outage.RetryAfterSeconds(unit.Now) }
        : null;

    // Gives the connection back, for the caller may be made to wait.
    private async ValueTask<List<Fault>> Faults(AccountId account, Mode mode)
    {
        var faults = await unit.RunningFaults(account, mode);
        await unit.DisposeAsync();
        return faults;
    }
}
