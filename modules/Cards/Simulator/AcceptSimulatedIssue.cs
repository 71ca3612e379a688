using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Mediator;

namespace Cryptocardium.Cards.Simulator;

// Makes an inert card of the simulated issuer. Its row has the sealed number until the card is opened and the vault has the number.
internal sealed record AcceptSimulatedIssue(string Reference, string Bin) : ICommand<Result<Secret<string>>>;

internal sealed class AcceptSimulatedIssueHandler(UnitOfWork unit, Vault vault, IdSource random)
    : ICommandHandler<AcceptSimulatedIssue, Result<Secret<string>>>
{
    // Nine digits are random: with a million cards on a BIN, one draw in a thousand hits a number in use.
    private const int DrawsMax = 20;

    private const int RetryAfterSeconds = 1;

    private static readonly Error NoNumber = new(Errors.UpstreamIssuerDown) { RetryAfterSeconds = RetryAfterSeconds };

    public async ValueTask<Result<Secret<string>>> Handle(AcceptSimulatedIssue command, CancellationToken cancellationToken)
    {
        if (await Found(command.Reference) is { } first)
        {
            return first;
        }

        for (var draw = 0; draw < DrawsMax; draw++)
        {
            var pan = Pan.Draw(command.Bin, random);
            var sealedPan = await vault.SealFor(command.Reference, pan);
            if (!await vault.Holds(pan) && (await unit.Query(SimulatedIssuerSql.FindLookup, static _ => true, sealedPan.PanLookup)).Count == 0)
            {
                var added = await unit.Execute(
                    SimulatedIssuerSql.InsertIssue, command.Reference, sealedPan.KeyVersion, sealedPan.PanLookup, sealedPan.SealedPan, unit.Now);

                // Another node may have inserted the same reference at the same time.
                return added == 1 ? pan : await Found(command.Reference) is { } theirs ? theirs : NoNumber;
            }
        }

        return NoNumber;
    }

    private async ValueTask<Secret<string>?> Found(string reference)
    {
        var found = await unit.Query(
            SimulatedIssuerSql.FindIssue,
            static row => row.GetText("card_id") is { } card
                ? (KeyVersion: 0, SealedPan: [], Card: card)
                : (KeyVersion: row.GetInt32("key_version"), SealedPan: row.GetBytes("sealed_pan"), Card: (string?)null),
            reference);
        return found is not [var issue] ? null
            : issue.Card is { } card ? await vault.Open(card)
            : vault.Open(reference, issue.KeyVersion, issue.SealedPan);
    }
}
