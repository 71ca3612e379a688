using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Simulator;

// The simulated card processor. Its state is in the database, and each of its results is a commit of its own.
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

        if (faults.Find(fault => fault.Type == FaultType.Latency) is { LatencyMs: { } latency })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(latency), clock, cancellationToken);
        }

        return null;
    }

    public ValueTask<Result<Secret<string>>> Issue(string reference, string bin, CancellationToken cancellationToken) =>
        network.Send(new AcceptSimulatedIssue(reference, bin), cancellationToken);

    // Orders have no latency, since no caller waits for the job that sends them.
    public async ValueTask<Error?> Apply(IssuerOrder order, CancellationToken cancellationToken) =>
        Outage(await Faults(order.Account, order.Mode)) is { } down
            ? down
            : (await network.Send(new AcceptSimulatedOrder(order), cancellationToken)).Error;

    private Error? Outage(List<Fault> faults) => faults.Find(fault => fault.Type == FaultType.Outage) is { } outage
        ? new Error(Errors.UpstreamIssuerDown) { RetryAfterSeconds = outage.RetryAfterSeconds(unit.Now) }
        : null;

    // Returns the connection, since the caller may have to wait.
    private async ValueTask<List<Fault>> Faults(AccountId account, Mode mode)
    {
        var faults = await unit.RunningFaults(account, mode);
        await unit.DisposeAsync();
        return faults;
    }
}
