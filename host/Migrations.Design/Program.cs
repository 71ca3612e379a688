Console.WriteLine("This is the start-up project of dotnet ef. To add a migration, run: build.ps1 migrate NAME");
