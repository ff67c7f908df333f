package dev.postern.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "DB_PASSWORD=Winter24!|Winter24!",
        "export DB_PASSWORD=Winter24!|Winter24!",
        "export DB_PASSWORD='Winter 24'|Winter 24",
        "\"db_password\": \"Winter24!\",|Winter24!",
        "  password = \"Winter24!\"|Winter24!",
        "  password: Winter24! # for now|Winter24!",
        "\"DB_PASSWORD\" = \"Winter24!\"|Winter24!",
        "ENV DB_PASSWORD Winter=x DB_PASSWORD=Winter24!|Winter24!",
        "tool --password Winter24! --port 5432|Winter24!",
        "tool --password=Winter24! --port 5432|Winter24!",
        "command: [\"--db-password\", \"Winter24!\"]|Winter24!",
        "mysql -u root -pWinter24! db|Winter24!",
        "sshpass -p Winter24! ssh x|Winter24!",
        "docker login -u me -p Winter24! quay.io|Winter24!",
        "redis-cli -h x -a Winter24! ping|Winter24!",
        "curl -u admin:Winter24! https://acme.io|Winter24!",
        "{\\\"password\\\": \\\"Winter24!\\\"}|Winter24!",
        "{\"username\":\"admin\",\"password\":\"Winter24!\"}|Winter24!",
        "'password' => 'Winter24!',|Winter24!",
        "os.environ[\"DB_PASSWORD\"] = \"Winter24!\"|Winter24!",
        "aws_secret_access_key = hunter2hunter3|hunter2hunter3",
        "curl -H \"Authorization: Bearer abcdef123456\" https://acme.io|abcdef123456",
        "PGPASSWORD=Winter24! psql -h db|Winter24!"
      })
  void findsAssignments(String line, String secret) {
    for (String text : new String[] {line, "#!/bin/sh\nset -e\n" + line + "\necho done\n"}) {
      assertThat(Secrets.scan(text))
          .singleElement()
          .satisfies(d -> assertThat(text.substring(d.start(), d.end())).isEqualTo(secret));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- name: DB_PASSWORD\n  value: Winter24!\n",
        "{\n\"Name\": \"DB_PASSWORD\",\n\"Value\": \"Winter24!\"\n}",
        "{ name = \"DB_PASSWORD\", value = \"Winter24!\" }",
        "- ParameterKey: DBPassword\n  ParameterValue: Winter24!\n",
        "variable \"db_password\" {\n  type = string\n  default = \"Winter24!\"\n}\n",
        "Parameters:\n  DBPassword:\n    Type: String\n    Default: Winter24!\n"
      })
  void findsTheValueOfANameNearby(String text) {
    assertThat(Secrets.scan("\n" + text))
        .singleElement()
        .satisfies(
            d -> assertThat(("\n" + text).substring(d.start(), d.end())).isEqualTo("Winter24!"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = var.db_password",
        "password = random_password.master.result",
        "  password: !Ref DBPassword",
        "  MasterUserPassword: !Sub '{{resolve:secretsmanager:${S}:SecretString:password}}'",
        "\"MasterUserPassword\": {\"Ref\": \"DBPassword\"},",
        "\"MasterUserPassword\": {",
        "DB_PASSWORD=$DB_PASSWORD",
        "DB_PASSWORD=\"${DB_PASSWORD}\"",
        "DB_PASSWORD=$(aws ssm get-parameter --name /prod/db/password --with-decryption)",
        "DB_PASSWORD=`cat /run/secrets/db`",
        "password = os.environ[\"DB_PASSWORD\"]",
        "token = client.token",
        "connect(user=user, password=db_password)",
        "if password == \"\" then",
        "password != other",
        "Description: The database admin account password",
        "Description: 'Password: must be 8 characters'",
        "password: str",
        "Password:\n  Type: String\n  NoEcho: true\nInstance:\n  Default: t3.micro",
        "\"parse-passwd\": \"^1.0.0\"",
        "\"Fn::Sub\": \"tool --must-change-password=false\\n\\n# done\\n\"",
        "\"ZipFile\": \"x = {\\n ResultToken: event.resultToken1\\n}\"",
        "\"DBPassword\": {\n\"default\": \"Domain Join User Password\"\n}",
        "password: must contain a digit",
        "mkdir -p /opt/app1",
        "docker run -p 8080:80 nginx1",
        "mysql -p mydb1",
        "tool --password \"$PASS\"",
        "tool --password-file /run/x1",
        "tool --token-url https://x1",
        "psql -p 5432",
        "uses: actions/checkout@f43a0e5ff2bd294095638e18286ca9a3d1956744",
        "rev = \"f43a0e5ff2bd294095638e18286ca9a3d1956744\"",
        "secret_arn = aws_secretsmanager_secret.db.arn",
        "password_length = 16",
        "  manage_master_user_password = true",
        "AllowedPattern: \"[a-zA-Z0-9]*\"",
        "valueFrom: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db1-AbCdEf",
        "variable \"db_password\" {\n  type = string\n  sensitive = true\n}\n"
            + "variable \"region\" {\n  default = \"eu-west-1\"\n}"
      })
  void passesOverCodeAndReferences(String line) {
    assertThat(Secrets.scan("x\n" + line + "\ny")).isEmpty();
  }
}
