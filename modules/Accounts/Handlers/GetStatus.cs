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
        var components = new List<StatusComponent>();
        foreach (var source in sources)
        {
            components.AddRange((await source.Read(cancellationToken)).Select(Component));
        }

        var (isAnswering, at) = await probe.Check();
        var database = isAnswering ? HealthStatus.Operational : HealthStatus.Outage;
        return new PlatformStatus
        {
            UpdatedAt = at,
            Status = database == HealthStatus.Operational ? Overall(components) : HealthStatus.Outage,
            Version = changelog.Version,
            Services =
            [
                new ServiceStatus { Name = ServiceName.Database, Status = database },
                new ServiceStatus { Name = ServiceName.Jobs, Status = jobs.IsHealthy ? HealthStatus.Operational : HealthStatus.Degraded },
            ],
            Reconciliation = new V1.Reconciliation
            {
                Status = reconciliation.Last.Discrepancies == 0 ? HealthStatus.Operational : HealthStatus.Degraded,
                CheckedAt = reconciliation.Last.CheckedAt,
                DiscrepancyCount = reconciliation.Last.Discrepancies,
            },
            Components =
            [
                .. components.OrderBy(part => part.Rail, StringComparer.Ordinal).ThenBy(part => part.Mode, StringComparer.Ordinal),
            ],
        };
    }

    private static StatusComponent Component(RailStatus rail) => new()
    {
        Rail = rail.Rail,
        Mode = rail.Mode.Text(),
        Status = rail.Status,
        Adapter = rail.Adapter,
        Simulated = rail.Simulated,
    };

    // A rail that is down, a discrepancy or a failing job degrades the platform; only an outage of all rails is an outage.
    private string Overall(List<StatusComponent> components) =>
        reconciliation.Last.Discrepancies == 0 && jobs.IsHealthy && components.All(part => part.Status == HealthStatus.Operational) ? HealthStatus.Operational
        : components.All(part => part.Status == HealthStatus.Outage) ? HealthStatus.Outage
        : HealthStatus.Degraded;
}
