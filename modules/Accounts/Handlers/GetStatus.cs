using System.Data.Common;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Accounts.Handlers;

internal sealed class GetStatusHandler(Unit unit, IEnumerable<IStatusSource> sources, IReconciliationStatus books, ContractVersion version)
    : IQueryHandler<GetStatus, Result<PlatformStatus>>
{
    private static readonly Statement Ping = new("SELECT 1");

    public async ValueTask<Result<PlatformStatus>> Handle(GetStatus query, CancellationToken cancellationToken)
    {
        var components = new List<StatusComponent>();
        foreach (var source in sources)
        {
            components.AddRange((await source.Read(cancellationToken)).Select(Component));
        }

        return new PlatformStatus
        {
            UpdatedAt = unit.Now,
            Status = await DatabaseAnswers() ? Overall(components, books.Last) : HealthStatus.Outage,
            Version = version.Text,
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

    // One rail that does not work leaves the rest of the platform working, and so do books that do not agree.
    private static string Overall(List<StatusComponent> components, Kernel.Reconciliation books) =>
        books.Discrepancies == 0 && components.All(part => part.Status == HealthStatus.Operational) ? HealthStatus.Operational
        : components.All(part => part.Status == HealthStatus.Outage) ? HealthStatus.Outage
        : HealthStatus.Degraded;

    private async ValueTask<bool> DatabaseAnswers()
    {
        try
        {
            return await unit.One(Ping, static _ => true);
        }
        catch (DbException)
        {
            return false;
        }
    }
}
