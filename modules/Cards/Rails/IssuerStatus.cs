using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Rails;

internal sealed class IssuerStatus(ICardIssuer issuer) : IStatusSource
{
    private const string Rail = "card_issuer";
    private const string Operational = "operational";

    public ValueTask<IReadOnlyList<RailStatus>> Read(CancellationToken cancellationToken) => new(
    [
        new RailStatus(Rail, Mode.Live, Operational, issuer.Name, issuer.IsSimulated),
        new RailStatus(Rail, Mode.Sandbox, Operational, issuer.Name, issuer.IsSimulated),
    ]);
}
