using Cryptocardium.Accounts.Platform;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetStatusHandler(
    DatabaseProbe heartbeat, IEnumerable<IStatusSource> sources, IReconciliationStatus books, JobHealth jobs, Changelog contract)
    : IQueryHandler<GetStatus, Result<PlatformStatus>>
{
    public async ValueTask<Result<PlatformStatus>> Handle(GetStatus query, CancellationToken cancellationToken)
    {
        var components = new List<StatusComponent>();
        foreach (var source in sources)
        {
            components.AddRange((await source.Read(cancellationToken)).Select(Component));
        }

        var (isAnswering, at) = await heartbeat.Check();
        var database = isAnswering ? HealthStatus.Operational : HealthStatus.Outage;
        return new PlatformStatus
        {
            UpdatedAt = at,
            Status = database == HealthStatus.Operational ? Overall(components) : HealthStatus.Outage,
            Version = contract.Version,
            Services =
            [
                new ServiceStatus { Name = ServiceName.Database, Status = database },
                new ServiceStatus { Name = ServiceName.Jobs, Status = jobs.IsHealthy ? HealthStatus.Operational : HealthStatus.Degraded },
            ],
            Reconciliation = new V1.Reconciliation
            {
                Status = books.Last.Discrepancies == 0 ? HealthStatus.Operational : HealthStatus.Degraded,
                CheckedAt = books.Last.CheckedAt,
                DiscrepancyCount = books.Last.Discrepancies,
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

    // One rail that does not work leaves the rest of the platform working, and so do books that do not agree, or a job that fails.
    private string Overall(List<StatusComponent> components) =>
        books.Last.Discrepancies == 0 && jobs.IsHealthy && components.All(part => part.Status == HealthStatus.Operational) ? HealthStatus.Operational
        : components.All(part => part.Status == HealthStatus.Outage) ? HealthStatus.Outage
        : HealthStatus.Degraded;
}
