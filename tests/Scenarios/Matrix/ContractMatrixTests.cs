using System.Globalization;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Matrix;

// Every operation of the contract under every edge condition that its form has: the client refuses an answer that the operation does not
// document, and a condition that only the form decides must answer its code.
public sealed class ContractMatrixTests
{
    private static readonly string Report = SourceTree.At("artifacts", "matrix");

    [DatabaseTheory]
    public async Task Every_edge_condition_of_every_operation_gets_a_documented_answer(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        var faults = new List<string>();
        var combinations = 0;
        foreach (var operation in ContractCheck.Document.Operations)
        {
            if (operation.Scope != "public")
            {
                combinations++;
                var anonymous = new EdgeCase(operation, "no bearer", () => new ExampleRequest(operation).Build(), "missing_credentials");
                faults.AddRange(await Fault(host.Anonymous, anonymous) is { } fault ? [$"{operation.Id}, no bearer: {fault}"] : []);
            }

            // A condition that can succeed comes last, since it may end the session.
            using var account = await host.SignUp();
            var cases = HeadCases.Of(operation).Concat(AddressCases.Of(operation)).Concat(BodyCases.Of(operation)).OrderBy(edge => edge.Code is null);
            foreach (var edge in cases)
            {
                combinations++;
                if (await Fault(account.Api, edge) is { } fault)
                {
                    faults.Add($"{operation.Id}, {edge.Condition}: {fault}");
                }
            }
        }

        Directory.CreateDirectory(Report);
        await File.WriteAllTextAsync(
            Path.Combine(Report, $"{engine}.txt"),
            string.Create(CultureInfo.InvariantCulture, $"{combinations} combinations on {engine}, {faults.Count} undocumented or wrong answers"));
        Assert.True(faults.Count == 0, $"{faults.Count} of {combinations}:\n{string.Join('\n', faults)}");
    }

    private static async Task<string?> Fault(ApiClient api, EdgeCase edge)
    {
        using var request = edge.Request();
        try
        {
            var answer = await api.Send(request);
            return edge.Code is null || answer.Code == edge.Code ? null : $"expected {edge.Code}, got {answer}";
        }
        catch (Xunit.Sdk.XunitException undocumented)
        {
            return undocumented.Message;
        }
    }
}
