using System.IO.Pipelines;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class DownloadDisputeEvidenceHandler(Call call, StoredEvidence evidences, FileStore files)
    : IQueryHandler<DownloadDisputeEvidence, Result<NoContent>>
{
    private const string TextCharset = "; charset=utf-8";

    public async ValueTask<Result<NoContent>> Handle(DownloadDisputeEvidence query, CancellationToken cancellationToken)
    {
        if (await evidences.Find(query.DisputeId, query.EvidenceId) is not { } evidence)
        {
            return StoredEvidence.NotFound;
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
