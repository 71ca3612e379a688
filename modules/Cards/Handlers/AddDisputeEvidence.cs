using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class AddDisputeEvidenceHandler(UnitOfWork unit, Call call, IdSource ids, StoredDisputes disputes, Prepared<SniffedType> sniffed)
    : ICommandHandler<AddDisputeEvidence, Result<V1.Evidence>>
{
    public async ValueTask<Result<V1.Evidence>> Handle(AddDisputeEvidence command, CancellationToken cancellationToken)
    {
        if (await disputes.Take(call.Rows, command.DisputeId) is not { } dispute)
        {
            return DisputeInput.NotFound;
        }

        if (!dispute.TakesEvidence)
        {
            return new Error(Errors.ConflictState)
            {
                Message = dispute.IsOpen ? $"The dispute's stage is {dispute.Phase}, which takes no evidence." : $"The dispute is {dispute.Status}.",
                Hint = "An open dispute takes evidence in the stages filed and representment, until its evidence_due_at.",
            };
        }

        if (dispute.EvidenceCount >= Domain.Evidence.PerDisputeMax)
        {
            return Errors.EvidenceLimitReached;
        }

        var upload = AddDisputeEvidencePreparation.Uploaded(call);
        var evidence = new Domain.Evidence
        {
            Id = ids.New<EvidenceId>().Value,
            AccountId = dispute.AccountId,
            Mode = dispute.Mode,
            DisputeId = dispute.Id,
            FileName = upload.FileName,
            ContentType = sniffed.Value.ContentType,
            SizeBytes = upload.SizeBytes,
            Sha256 = upload.Sha256,
            StoredName = upload.StoredName,
            CreatedAt = unit.Now,
        };
        (await unit.SetOutsideBatch<Domain.Evidence>()).Add(evidence);
        dispute.AddEvidence(unit.Now);
        upload.Keep();
        return EvidenceView.Show(evidence);
    }
}
