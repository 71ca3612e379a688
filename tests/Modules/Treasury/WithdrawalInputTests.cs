using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Malformed requests are refused by the contract and change nothing.
public sealed class WithdrawalInputTests
{
    [DatabaseTheory]
    public async Task Every_row_answers_the_documented_error_and_changes_nothing(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var withdrawal = await Withdraw(account, 20);
        var advance = $"/v1/simulate/withdrawals/{withdrawal["id"]}/advance";
        (string Path, string Body, string Code, string Param)[] table =
        [
            ("/v1/withdrawals", "", "missing_body", ""),
            ("/v1/withdrawals", "{}", "missing_required_field", "amount_usd"),
            ("/v1/withdrawals", Body("\"20\""), "invalid_type", "amount_usd"),
            ("/v1/withdrawals", Body("2e1"), "invalid_number", "amount_usd"),
            ("/v1/withdrawals", Body("1000000000.01"), "amount_out_of_bounds", "amount_usd"),
            ("/v1/withdrawals", Body("20", address: "[]"), "invalid_type", "address"),
            ("/v1/withdrawals", Body("20", address: "\"\""), "value_too_short", "address"),
            ("/v1/withdrawals", Body("20", address: $"\"{new string('T', 129)}\""), "value_too_long", "address"),
            ("/v1/withdrawals", Body("20", address: "\"T\\u0000\""), "invalid_characters", "address"),
            ("/v1/withdrawals", Body("20", chain: "\"Tron\""), "invalid_value", "chain"),
            ("/v1/withdrawals", Body("20", more: ", \"mode\": \"test\""), "invalid_value", "mode"),
            ("/v1/withdrawals", Body("20", more: ", \"memo\": \"x\""), "unknown_field", "memo"),
            ("/v1/withdrawals/quote", """{ "amount_usd": 20 }""", "missing_required_field", "chain"),
            ("/v1/withdrawals/quote", """{ "amount_usd": 20, "chain": "tron", "to": 1 }""", "unknown_field", "to"),
            (advance, """{ "to": "created" }""", "invalid_value", "to"),
            (advance, """{ "to": 1 }""", "invalid_type", "to"),
            (advance, """{ "blocks": 1 }""", "unknown_field", "blocks"),
        ];
        var before = await DatabaseImage.Of(host.Database);

        foreach (var (path, body, code, param) in table)
        {
            var answer = await account.Api.Post(path, body.Length > 0 ? body : null);
            Assert.True(((int)answer.Status, answer.Code, answer.Param) == (400, code, param), $"{path} {body}: {answer}");
        }

        Assert.Equal(before, await DatabaseImage.Of(host.Database));
    }

    private static string Body(string amount, string chain = "\"tron\"", string address = $"\"{Tron}\"", string more = "") =>
        $$"""{ "amount_usd": {{amount}}, "chain": {{chain}}, "address": {{address}}{{more}} }""";
}
