using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Rails;

// Draws numbers. What it has issued is what the vault holds, so its state is the database's.
internal sealed class SimulatedIssuer(Vault vault, IdSource random) : ICardIssuer
{
    public const string AdapterName = "Simulated";

    // Nine free digits: with a million cards on a BIN, one draw in a thousand is taken.
    private const int DrawLimit = 20;

    public string Name => AdapterName;

    public bool IsSimulated => true;

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

        return Errors.UpstreamIssuerDown;
    }
}
