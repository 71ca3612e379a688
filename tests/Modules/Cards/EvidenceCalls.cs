namespace Cryptocardium.Tests.Cards;

/// <summary>What a customer does with evidence.</summary>
internal static class EvidenceCalls
{
    /// <summary>Files a dispute that takes evidence, and answers its id.</summary>
    public static async Task<string> File(TestAccount account) =>
        (await DisputeCalls.File(account, await DisputeCalls.Buy(account, await account.IssueCard(load: 100), 42.95m)))["id"];

    public static Task<Answer> Add(TestAccount account, string dispute, byte[] content, string name, string? key = null) =>
        account.Api.Send(Samples.Upload($"/v1/disputes/{dispute}/evidence", new ByteArrayContent(content), name, key));

    /// <summary>The files of evidence on disk that are in their place.</summary>
    public static string[] Stored(TestHost host) => Directory.GetFiles(Path.Combine(host.Database.Directory, "evidence"));

    /// <summary>Those that are not.</summary>
    public static string[] Waiting(TestHost host)
    {
        var waiting = Path.Combine(host.Database.Directory, "evidence", "incoming");
        return Directory.Exists(waiting) ? Directory.GetFiles(waiting) : [];
    }
}
