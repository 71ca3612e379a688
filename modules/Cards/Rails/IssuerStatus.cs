using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Rails;

internal sealed class IssuerStatus(ICardIssuer issuer) : IStatusSource
{
    public ValueTask<IReadOnlyList<RailStatus>> Read(CancellationToken cancellationToken) => new(
    [
        new RailStatus(ComponentName.CardIssuer, Mode.Live, HealthStatus.Operational, issuer.Name, issuer.IsSimulated),
        new RailStatus(ComponentName.CardIssuer, Mode.Sandbox, HealthStatus.Operational, issuer.Name, issuer.IsSimulated),
    ]);
}
