using System.Text.Json;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class UpdateCardHandler(UnitOfWork unit, StoredCards cards, ControlChanges controls, IAudit audit)
    : ICommandHandler<UpdateCard, Result<V1.Card>>
{
    public async ValueTask<Result<V1.Card>> Handle(UpdateCard command, CancellationToken cancellationToken)
    {
        var taken = await cards.Take(command.CardId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var metadata = CardMetadata.Merge(taken.Value.Metadata, command.Body.Metadata);
        if (metadata.Refused(out refusal))
        {
            return refusal;
        }

        var change = command.Body.AutoCancel;
        if (change.IsGiven && (await controls.Change(command.CardId, (current, usage) => Change(current, usage, change))).Refused(out refusal))
        {
            return refusal;
        }

        var label = command.Body.Label.Or(taken.Value.Label);
        if (label != taken.Value.Label || metadata.Value != taken.Value.Metadata)
        {
            await audit.Record(AuditActions.CardUpdated, command.CardId, taken.Value.Mode, Changes(taken.Value, label, metadata.Value));
            taken.Value.Label = label;
            taken.Value.Metadata = metadata.Value;
            taken.Value.UpdatedAt = unit.Now;
        }

        return await cards.Show(taken.Value);
    }

    private static IReadOnlyList<AuditedChange> Changes(Domain.Card card, string? label, string metadata)
    {
        using var before = JsonDocument.Parse(card.Metadata);
        using var after = JsonDocument.Parse(metadata);
        var changes = AuditedChange.Between("metadata.", before.RootElement, after.RootElement);
        return label == card.Label ? changes : [new AuditedChange("label", card.Label, label), .. changes];
    }

    private Result<CardControls> Change(CardControls current, Usage usage, Change<AutoCancelInput?> change)
    {
        var autoCancel = ControlsReader.Merge(current.AutoCancel, change, usage, unit.Now);
        return autoCancel.Refused(out var refusal) ? refusal : current with { AutoCancel = autoCancel.Value };
    }
}
