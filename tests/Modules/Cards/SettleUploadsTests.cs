using System.Globalization;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SettleUploadsTests
{
    [DatabaseTheory]
    public async Task A_file_left_waiting_by_a_crash_is_settled_or_discarded(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = await EvidenceCalls.File(account);
        var added = await TestAccount.Created(EvidenceCalls.Add(account, dispute, Samples.Png, "a.png"));

        // A crash between commit and move leaves a row whose file is still in the incoming folder.
        var place = EvidenceCalls.Stored(host).Single();
        var waiting = Path.Combine(host.Database.Directory, "evidence", "incoming", Path.GetFileName(place));
        File.Move(place, waiting);
        // A crash before the commit leaves a file without a row.
        var orphan = Path.Combine(Path.GetDirectoryName(waiting)!, string.Create(CultureInfo.InvariantCulture, $"file_{host.Clock.GetUtcNow().ToUnixTimeMilliseconds():x12}000000000000"));
        await File.WriteAllBytesAsync(orphan, Samples.Png);
        Assert.Equal(Samples.Png, (await TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}/file"))).Body);

        host.Clock.Advance(TimeSpan.FromHours(24));
        await host.RunJobs();
        Assert.True(File.Exists(waiting) && File.Exists(orphan));
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.RunJobs();

        Assert.True(File.Exists(place));
        Assert.Empty(EvidenceCalls.Waiting(host));
        using var later = await DisputeCalls.SignInAgain(account);
        Assert.Equal(Samples.Png, (await TestAccount.Ok(later.Api.Get($"/v1/disputes/{dispute}/evidence/{added["id"]}/file"))).Body);
    }
}
