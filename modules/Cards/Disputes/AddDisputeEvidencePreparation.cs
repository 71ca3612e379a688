using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Disputes;

// Detects the file's type before the unit of work, since the file can have 100 MB.
internal sealed class AddDisputeEvidencePreparation(Call call, FileStore files, Prepared<SniffedType> sniffed) : IPreparation<AddDisputeEvidence>
{
    public async ValueTask<Error?> Prepare(AddDisputeEvidence message, CancellationToken cancellationToken)
    {
        await using var file = files.Open(Uploaded(call).StoredName);
        if (await EvidenceType.Of(file, cancellationToken) is not { } type)
        {
            return new Error(Errors.UnsupportedEvidenceType) { Param = "file" };
        }

        sniffed.Leave(new SniffedType(type));
        return null;
    }

    public static Upload Uploaded(Call call) => call.Upload ?? throw new InvalidOperationException("The call has no upload.");
}
