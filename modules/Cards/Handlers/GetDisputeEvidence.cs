using System.IO.Pipelines;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Handlers;

internal sealed class GetDisputeEvidenceHandler(UnitOfWork unit, Call call, FileStore files)
    : IQueryHandler<GetDisputeEvidence, Result<NoContent>>
{
    private const string TextCharset = "; charset=utf-8";

    public async ValueTask<Result<NoContent>> Handle(GetDisputeEvidence query, CancellationToken cancellationToken)
    {
        // Evidence has no card column; access is checked on its dispute.
        var (dispute, id) = (query.DisputeId, query.EvidenceId);
        var disputes = (await unit.SetOutsideBatch<Domain.Dispute>()).OwnedBy(call.Rows);
        var evidence = await (await unit.SetOutsideBatch<Domain.Evidence>()).FirstOrDefaultAsync(
            row => row.DisputeId == dispute && row.Id == id && disputes.Any(owner => owner.Id == row.DisputeId), cancellationToken);
        if (evidence is null)
        {
            return new Error(Errors.ResourceNotFound) { Param = "evidence_id" };
        }

        var charset = evidence.ContentType == Domain.EvidenceType.Text ? TextCharset : "";
        call.Download = new Download(evidence.ContentType + charset, (output, token) => Copy(evidence.StoredName, output, token))
        {
            FileName = evidence.FileName,
            SizeBytes = evidence.SizeBytes,
        };
        return NoContent.Value;
    }

    private async ValueTask Copy(string name, PipeWriter output, CancellationToken cancellationToken)
    {
        await using var file = files.Open(name);
        await file.CopyToAsync(output, cancellationToken);
    }
}
