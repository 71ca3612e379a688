namespace Cryptocardium.Tests.Cards;

/// <summary>Calls of the evidence operations.</summary>
internal static class EvidenceCalls
{
    /// <summary>Files a dispute that accepts evidence and returns its id.</summary>
    public static async Task<string> File(TestAccount account) =>
        (await DisputeCalls.File(account, await DisputeCalls.Buy(account, await account.IssueCard(load: 100), 42.95m)))["id"];

    public static Task<Answer> Add(TestAccount account, string dispute, byte[] content, string name, string? key = null) =>
        account.Api.Send(Samples.Upload($"/v1/disputes/{dispute}/evidence", new ByteArrayContent(content), name, key));

    /// <summary>Evidence files on disk in their final place.</summary>
    public static string[] Stored(TestHost host) => Directory.GetFiles(Path.Combine(host.Database.Directory, "evidence"));

    /// <summary>Evidence files on disk that are still in the folder for incoming files.</summary>
    public static string[] Waiting(TestHost host)
    {
        var waiting = Path.Combine(host.Database.Directory, "evidence", "incoming");
        return Directory.Exists(waiting) ? Directory.GetFiles(waiting) : [];
    }
}
