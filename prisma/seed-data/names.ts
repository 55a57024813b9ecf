import { entries } from './random';

/** First and family names that occur together in one language area. */
export interface NamePool {
  first: readonly string[];
  last: readonly string[];
}

export const NAME_POOLS = {
  german: {
    first:
      entries(`Anna, Lena, Katrin, Sabine, Jana, Miriam, Franziska, Julia, Theresa, Ute, Jörg, Stefan, Lukas,
      Florian, Matthias, Henning, Jürgen, Sebastian, Tobias, Björn, Felix, Andreas, Nadine, Silke, Moritz, Günther`),
    last: entries(`Weber, Krüger, Schäfer, Brandt, Köhler, Lindner, Vogt, Hartmann, Böhm, Keller, Zimmermann, Seidel,
      Schröder, Friedrich, Baumann, Engel, Kühn, Winkler, Roth, Huber, Gruber, Steiner, Frei, Lehmann, Jäger, Otto,
      Haas, Graf, Dietrich, Ziegler, Busch, Pohl, Albrecht, Reuter, Thiel, Marx, Wolff, Gärtner, Berger, Moser`),
  },
  french: {
    first:
      entries(`Chloé, Camille, Élodie, Aurélie, Inès, Sophie, Manon, Céline, Margaux, Hélène, Julien, Thomas,
      Antoine, Mathieu, François, Rémi, Guillaume, Benoît, Étienne, Loïc, Nicolas, Olivier, Pauline, Clément`),
    last: entries(`Dubois, Lefèvre, Moreau, Girard, Rousseau, Mercier, Lambert, Fontaine, Chevalier, Gauthier, Perrin,
      Morin, Boyer, Renard, Gérard, Barbier, Leclerc, Marchand, Besson, Hamel, Delacroix, Vasseur, Prévost, Colin,
      Aubert, Roussel, Caron, Meunier, Brunet, Blanchard, Charpentier, Noël, Picard, Tessier, Langlois, Rivière`),
  },
  english: {
    first:
      entries(`Grace, Emma, Olivia, Charlotte, Hannah, Rachel, Amelia, Lauren, Megan, Natalie, Owen, Samuel, James,
      Daniel, Oliver, Ethan, Benjamin, Callum, Marcus, Patrick, Ryan, Andrew, Victoria, Claire, Dominic, Alicia, Derek`),
    last: entries(`Clarke, Bennett, Hughes, Turner, Foster, Hayes, Sullivan, Murphy, Walsh, Barnes, Coleman, Fletcher,
      Osborne, Mitchell, Griffin, Lawson, Whitaker, Holloway, Carver, Brennan, Dalton, Kerr, Nolan, Pearce, Sinclair,
      Thornton, Vaughan, Wheeler, Abbott, Chandler, Donovan, Ellison, Gallagher, Hale, Ingram, Mercer, Quinn, Rowe,
      Sheridan, Tate, Underwood, Willis, Yates, Ashford, Blackwell, Crawford, O'Connor, O'Neill`),
  },
  dutch: {
    first:
      entries(`Sanne, Lotte, Femke, Anouk, Marieke, Eva, Fleur, Ilse, Maaike, Jeroen, Daan, Sander, Bram, Thijs,
      Maarten, Joost, Ruben, Wouter, Pieter, Koen, Niels, Esmée`),
    last: entries(`de Vries, van Dijk, Bakker, Visser, Smit, Meijer, de Boer, Mulder, Bos, Vos, Peters, Hendriks,
      van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits, de Graaf, van der Meer, Kuipers, Prins, Huisman, Postma,
      Claes, Wouters, Goossens, Maes, Vermeulen, Hermans`),
  },
  spanish: {
    first:
      entries(`Lucía, María, Elena, Carmen, Paula, Sofía, Marta, Nuria, Irene, Alba, Javier, Álvaro, Sergio, Andrés,
      Pablo, Diego, Iván, Raúl, Óscar, Adrián, Hugo, Jesús, Beatriz, Rocío, Martín`),
    last: entries(`García, Romero, Ortiz, Navarro, Molina, Delgado, Vázquez, Castro, Ramírez, Serrano, Ibáñez, Márquez,
      Peña, Cortés, Herrero, Cabrera, Núñez, Prieto, Fuentes, Vidal, Carrasco, Aguilar, Pascual, Santana, Lozano,
      Méndez, Gallego, Iglesias, Rojas, Bravo, Quintero, Salas`),
  },
  italian: {
    first:
      entries(`Giulia, Chiara, Francesca, Elisa, Martina, Silvia, Valentina, Federica, Alessandra, Ilaria, Luca,
      Marco, Matteo, Davide, Lorenzo, Stefano, Riccardo, Simone, Fabio, Niccolò, Paolo, Tommaso`),
    last: entries(`Marchetti, Conti, Rinaldi, Moretti, Gallo, Ferrari, Lombardi, Barbieri, Fontana, Santoro, Mariani,
      Rizzo, Caruso, Ferrara, Galli, Martinelli, Leone, Gentile, Vitale, Lombardo, Serra, Coppola, De Santis, Parisi,
      Villa, Bellini, Pellegrini, Monti, D'Angelo, Ruggiero`),
  },
  polish: {
    first:
      entries(`Marta, Agnieszka, Katarzyna, Zofia, Magdalena, Joanna, Aleksandra, Małgorzata, Ewa, Piotr, Tomasz,
      Krzysztof, Michał, Paweł, Łukasz, Marcin, Jakub, Wojciech, Kamil, Bartosz, Jana, Petr, Tereza, Ondřej`),
    last: entries(`Nowak, Wójcik, Kamiński, Zieliński, Szymańska, Woźniak, Dąbrowski, Kozłowska, Mazur, Krawczyk,
      Piotrowska, Grabowski, Pawlak, Michalski, Król, Wieczorek, Jabłońska, Wróbel, Adamczyk, Dudek, Sikora, Baran,
      Novák, Dvořák, Svoboda, Procházka, Černý, Veselý`),
  },
  nordic: {
    first:
      entries(`Astrid, Linnéa, Freja, Ingrid, Maja, Signe, Karin, Elin, Sigrid, Åsa, Søren, Lars, Erik, Magnus,
      Anders, Mikkel, Jonas, Rasmus, Oskar, Håkon, Björn, Mattias, Aino, Eero, Noah, Elsa`),
    last: entries(`Lindqvist, Andersson, Bergström, Sjöberg, Nyström, Holm, Lindgren, Hansen, Nielsen, Sørensen, Møller,
      Kjær, Dahl, Østergaard, Haugen, Solberg, Bakke, Strand, Ekström, Wallin, Åkesson, Nordin, Virtanen, Korhonen,
      Mäkinen, Laine, Thomsen, Lund, Friis, Berg`),
  },
  portuguese: {
    first:
      entries(`Mariana, Beatriz, Inês, Catarina, Joana, Leonor, Carolina, Larissa, Camila, Fernanda, João, Tiago,
      Rui, Gonçalo, Miguel, Tomás, Rafael, Thiago, Bruno, Caio, Luís, António`),
    last: entries(`Ribeiro, Silva, Santos, Ferreira, Carvalho, Almeida, Teixeira, Moreira, Gonçalves, Araújo, Correia,
      Nogueira, Magalhães, Barros, Pinheiro, Falcão, Simões, Cardoso, Vieira, Azevedo, Brandão, Peixoto`),
  },
  indian: {
    first:
      entries(`Priya, Ananya, Kavya, Neha, Shreya, Divya, Meera, Pooja, Aarti, Rohan, Arjun, Vikram, Karthik, Rahul,
      Sanjay, Aditya, Nikhil, Siddharth, Amit, Varun, Lakshmi, Harish`),
    last: entries(`Nair, Sharma, Iyer, Reddy, Mehta, Kapoor, Banerjee, Menon, Chowdhury, Joshi, Desai, Kulkarni, Rao,
      Bhatt, Malhotra, Pillai, Saxena, Agarwal, Ghosh, Verma, Subramanian, Bose`),
  },
  worldwide: {
    first:
      entries(`Aiko, Haruto, Yuki, Mei, Wei, Jia, Minh, Linh, Ahmed, Fatima, Youssef, Layla, Omar, Samira, Kwame,
      Amara, Chidi, Zanele, Emre, Zeynep, Elif, Noa, Yael, Ivana, Nikola, Andrei, Ioana, Dmitri`),
    last: entries(`Tanaka, Sato, Kobayashi, Chen, Lin, Zhang, Nguyen, Tran, Farouk, Haddad, Mansour, Rahman, Osei,
      Mensah, Okafor, Adeyemi, Dlamini, Yılmaz, Demir, Kaya, Levi, Cohen, Petrović, Kovač, Popescu, Ionescu, Kim, Park`),
  },
} satisfies Record<string, NamePool>;

export type NamePoolKey = keyof typeof NAME_POOLS;
