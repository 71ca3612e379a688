using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class EvidenceGoneTests
{
    [DatabaseTheory]
    public async Task A_file_that_is_gone_is_a_failure_that_is_logged_once_and_keeps_nothing_else_out_of_the_log(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);
        var added = await TestAccount.Created(EvidenceCalls.Add(account, dispute, Samples.Png, "photo.png"));
        foreach (var file in EvidenceCalls.Stored(host))
        {
            File.Delete(file);
        }

        var gone = await account.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}");
        await account.Api.Get("/v1/balance");

        Assert.Equal(HttpStatusCode.InternalServerError, gone.Status);
        Assert.Equal(gone["request_id"], Assert.Single(await ListWalk.Ids(account.Api, "/v1/request_logs", "&operation_id=get_dispute_evidence")));
        Assert.Single(await ListWalk.Ids(account.Api, "/v1/request_logs", "&operation_id=get_balance"));
    }
}
