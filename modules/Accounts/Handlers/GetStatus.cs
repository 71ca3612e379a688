using Cryptocardium.Accounts.Platform;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetStatusHandler(
    DatabaseProbe probe, IEnumerable<IStatusSource> sources, IReconciliationStatus reconciliation, JobHealth jobs, Changelog changelog)
    : IQueryHandler<GetStatus, Result<PlatformStatus>>
{
    public async ValueTask<Result<PlatformStatus>> Handle(GetStatus query, CancellationToken cancellationToken)
    {
        var rails = new List<StatusComponent>();
        foreach (var source in sources)
        {
            rails.AddRange((await source.Read(cancellationToken)).Select(Component));
        }

        var (isAnswering, at) = await probe.Check();
        StatusComponent[] own =
        [
            new() { Name = ComponentName.Database, Status = isAnswering ? HealthStatus.Operational : HealthStatus.Outage },
            new() { Name = ComponentName.Jobs, Status = OrDegraded(jobs.IsHealthy) },
            new() { Name = ComponentName.Ledger, Status = OrDegraded(reconciliation.Last.Discrepancies == 0) },
        ];
        return new PlatformStatus
        {
            CheckedAt = at,
            Status = isAnswering ? Overall([.. own, .. rails], rails) : HealthStatus.Outage,
            Version = changelog.Version,
            Components =
            [
                .. own, .. rails.OrderBy(part => part.Name, StringComparer.Ordinal).ThenBy(part => part.Mode, StringComparer.Ordinal),
            ],
        };
    }

    private static StatusComponent Component(RailStatus rail) => new()
    {
        Name = rail.Rail,
        Mode = rail.Mode.Text(),
        Status = rail.Status,
        Simulated = rail.Simulated,
    };

    private static string OrDegraded(bool isWell) => isWell ? HealthStatus.Operational : HealthStatus.Degraded;

    // A single component that is not operational degrades the platform; only an outage of all rails is an outage.
    private static string Overall(StatusComponent[] components, List<StatusComponent> rails) =>
        components.All(part => part.Status == HealthStatus.Operational) ? HealthStatus.Operational
        : rails.TrueForAll(part => part.Status == HealthStatus.Outage) ? HealthStatus.Outage
        : HealthStatus.Degraded;
}
