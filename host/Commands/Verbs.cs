namespace Cryptocardium.Host.Commands;

// What the program does beside serving: a word in front of the settings.
internal static class Verbs
{
    private const int Misused = 2;

    private const string Help =
        """
        Cryptocardium

          (no word)   serve the API, the documentation and the jobs
          operator    what only an operator does to the books; alone, it lists it
          verify      recompute the whole ledger, change nothing; exit 1 and name the first journal that is not as it was posted
          rotate-vault-key
                      make a new key for the card numbers and re-wrap them with it, while the server runs or not; what is
                      interrupted goes on when it is started again
          help        this

        Settings follow in any order, as for the server: --Data:Directory=data --Database:Provider=Postgres
        """;

    /// <returns>The exit code: 0 when all is well, 1 when something is wrong with the data, 2 when the call was.</returns>
    public static async Task<int> Run(string verb, string[] settings, TextWriter output)
    {
        switch (verb)
        {
            case "verify":
                return await Verify.Run(settings, output);
            case "operator":
                return await Operator.Run(settings, output);
            case "rotate-vault-key":
                return await RotateVaultKey.Run(settings, output);
            case "help":
                await output.WriteLineAsync(Help);
                return 0;
            default:
                await output.WriteLineAsync($"'{verb}' is nothing that this program does.\n\n{Help}");
                return Misused;
        }
    }
}
