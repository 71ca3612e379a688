using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

// An issuer that is no simulator. Every card of a BIN has the same number, so a test issues one.
internal sealed class RealIssuer : ICardIssuer
{
    public string Name => "Real";

    public bool IsSimulated => false;

    public ValueTask<Error?> Reach(AccountId account, Mode mode, CancellationToken cancellationToken) => new((Error?)null);

    public ValueTask<Result<Secret<string>>> Issue(string reference, string bin, CancellationToken cancellationToken)
    {
        var digits = bin + "000000000";
        return new(new Secret<string>(digits + Luhn.CheckDigit(digits)));
    }

    public ValueTask<Error?> Apply(IssuerOrder order, CancellationToken cancellationToken) => new((Error?)null);
}
